/** How long the browser may take to fetch what it was given to save, in milliseconds. */
const SAVING_TIME = 60_000;

/** Has the browser save a file where it saves all files; an extension page needs no permission for that. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAVING_TIME);
}
