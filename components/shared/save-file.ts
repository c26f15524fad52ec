/** How long the object URL stays valid for the browser to read, in milliseconds. */
const SAVING_TIME = 60_000;

/** Downloads a file; an extension page needs no permission for that. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAVING_TIME);
}
