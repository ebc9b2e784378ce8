/** The attestation of the end. */
import { enlivens } from "../activities.ts";
import { attestation } from "../attestation.ts";

enlivens("[data-attestation]", attestation);
