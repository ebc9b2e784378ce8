/** Questions that are answered with a number. */
import { addKind } from "../items/field.ts";
import { number } from "../items/number.ts";

addKind(["number"], number);
