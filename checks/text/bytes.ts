const encoder = new TextEncoder();

/** How many bytes a text has in UTF-8, which is what places in files are counted in. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
