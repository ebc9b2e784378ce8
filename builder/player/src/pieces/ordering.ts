/** Questions that put steps in order. */
import { addKind } from "../items/field.ts";
import { ordering } from "../items/ordering.ts";

addKind(["ordering"], ordering);
