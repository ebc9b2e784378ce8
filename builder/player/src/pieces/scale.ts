/** Scales. */
import { addKind } from "../items/field.ts";
import { scale } from "../items/scale.ts";

addKind(["scale"], scale);
