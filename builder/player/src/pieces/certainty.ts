/** How sure one is of an answer. */
import { calibration, certainty } from "../items/certainty.ts";
import { addAround, addRemark } from "../items/field.ts";

addAround(certainty);
addRemark(calibration);
