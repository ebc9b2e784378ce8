/** The drop zone: a package let go anywhere on it is put in the form's field, and sent. */

const zone = document.querySelector<HTMLFormElement>("form.drop");
const field = zone?.querySelector<HTMLInputElement>("input[type=file]");

function over(event: DragEvent): void {
  if (event.dataTransfer?.types.includes("Files")) {
    event.preventDefault();
    zone?.classList.add("is-over");
  }
}

function drop(event: DragEvent): void {
  zone?.classList.remove("is-over");
  const files = event.dataTransfer?.files;
  if (!zone || !field || !files?.length) {
    return;
  }
  event.preventDefault();
  field.files = files;
  zone.requestSubmit();
}

zone?.addEventListener("dragenter", over);
zone?.addEventListener("dragover", over);
zone?.addEventListener("dragleave", () => { zone.classList.remove("is-over"); });
zone?.addEventListener("drop", drop);

export {};
