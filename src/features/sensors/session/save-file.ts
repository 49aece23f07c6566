/** Has the browser keep `text` as a file. */
export function saveFile(file: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // Some browsers read the link after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
