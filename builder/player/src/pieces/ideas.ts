/** The misconceptions behind wrong choices. */
import { addRemark } from "../items/field.ts";
import { ideas } from "../items/idea.ts";

addRemark(ideas);
