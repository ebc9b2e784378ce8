/** Matching and categorising. */
import { addKind } from "../items/field.ts";
import { categorising, matching } from "../items/pairs.ts";

addKind(["matching"], matching);
addKind(["categorising"], categorising);
