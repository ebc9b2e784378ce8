/** The employer's own contacts. */
import { enlivens } from "../activities.ts";
import { protocol } from "../protocol.ts";

enlivens("[data-protocol]", (view, host) => void protocol(view, host.dataset["protocol"] ?? "", host));
