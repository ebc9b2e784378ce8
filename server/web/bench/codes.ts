/** Error codes of the two editions, and what each says (1.2 RTE §3.3.5; 2004 RTE §3.1.7). */
export type Edition = "scorm12" | "scorm2004";

/** What went wrong, whatever the edition. */
export type Fault =
  | "argument" | "init-twice" | "init-after" | "ended-early" | "ended-twice"
  | "get-early" | "get-late" | "set-early" | "set-late" | "commit-early" | "commit-late"
  | "commit" | "undefined" | "no-children" | "no-count" | "keyword" | "read-only" | "write-only"
  | "type" | "range" | "unset" | "dependency" | "duplicate" | "gap" | "empty" | "terminate";

export const CODES: Record<Edition, Record<Fault, string>> = {
  scorm12: {
    argument: "201", "init-twice": "101", "init-after": "101", "ended-early": "301", "ended-twice": "301",
    "get-early": "301", "get-late": "301", "set-early": "301", "set-late": "301",
    "commit-early": "301", "commit-late": "301", commit: "101",
    undefined: "401", "no-children": "202", "no-count": "203", keyword: "402",
    "read-only": "403", "write-only": "404", type: "405", range: "405",
    unset: "0", dependency: "201", duplicate: "201", gap: "201", empty: "201", terminate: "101",
  },
  scorm2004: {
    argument: "201", "init-twice": "103", "init-after": "104", "ended-early": "112", "ended-twice": "113",
    "get-early": "122", "get-late": "123", "set-early": "132", "set-late": "133",
    "commit-early": "142", "commit-late": "143", commit: "391",
    undefined: "401", "no-children": "301", "no-count": "301", keyword: "404",
    "read-only": "404", "write-only": "405", type: "406", range: "407",
    unset: "403", dependency: "408", duplicate: "351", gap: "351", empty: "301", terminate: "111",
  },
};

export const SENTENCES: Record<Edition, Record<string, string>> = {
  scorm12: {
    "0": "No error", "101": "General exception", "201": "Invalid argument error",
    "202": "Element cannot have children", "203": "Element not an array. Cannot have count",
    "301": "Not initialized", "401": "Not implemented error",
    "402": "Invalid set value, element is a keyword", "403": "Element is read only",
    "404": "Element is write only", "405": "Incorrect data type",
  },
  scorm2004: {
    "0": "No Error", "101": "General Exception", "102": "General Initialization Failure",
    "103": "Already Initialized", "104": "Content Instance Terminated",
    "111": "General Termination Failure", "112": "Termination Before Initialization",
    "113": "Termination After Termination", "122": "Retrieve Data Before Initialization",
    "123": "Retrieve Data After Termination", "132": "Store Data Before Initialization",
    "133": "Store Data After Termination", "142": "Commit Before Initialization",
    "143": "Commit After Termination", "201": "General Argument Error",
    "301": "General Get Failure", "351": "General Set Failure", "391": "General Commit Failure",
    "401": "Undefined Data Model Element", "402": "Unimplemented Data Model Element",
    "403": "Data Model Element Value Not Initialized", "404": "Data Model Element Is Read Only",
    "405": "Data Model Element Is Write Only", "406": "Data Model Element Type Mismatch",
    "407": "Data Model Element Value Out Of Range", "408": "Data Model Dependency Not Established",
  },
};
