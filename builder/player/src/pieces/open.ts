/** Open questions. */
import { addKind } from "../items/field.ts";
import { open } from "../items/open.ts";

addKind(["open"], open);
