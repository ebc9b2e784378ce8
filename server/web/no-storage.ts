/** Stands first in a page of the profile `no-storage`: the browser's storage is refused at every access. */
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(window, name, {
    get(): never {
      throw new DOMException("Storage is denied.", "SecurityError");
    },
  });
}

export {};
