/** Questions with one choice, several choices, true or false. */
import { one, several } from "../items/choices.ts";
import { addKind } from "../items/field.ts";

addKind(["single", "true-false"], one);
addKind(["multiple"], several);
