/** What is known of an image without decoding it. */
export interface Image {
  readonly kind: "png" | "svg";
  /** In pixels, or units of the drawing; null where it does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** What in it acts or loads something, in words. */
  readonly active: readonly string[];
}

/** Reads an image's header; null where it is not of the kind. */
export function readImage(bytes: Uint8Array, kind: Image["kind"]): Image | null {
  return kind === "png" ? readPng(bytes) : readSvg(bytes);
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The size stands in the first chunk: https://www.w3.org/TR/png-3/#11IHDR */
function readPng(bytes: Uint8Array): Image | null {
  if (bytes.length < 33 || !pngSignature.every((byte, index) => bytes[index] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (new TextDecoder("latin1").decode(bytes.subarray(12, 16)) !== "IHDR") return null;
  return { kind: "png", width: view.getUint32(16), height: view.getUint32(20), active: [] };
}

const activeParts: readonly (readonly [string, RegExp])[] = [
  ["a script", /<(?:\w+:)?script\b/i],
  ["an event handler", /\son[a-z]+\s*=/i],
  ["a `javascript:` address", /(?:href|src)\s*=\s*["']?\s*javascript:/i],
  ["embedded HTML", /<(?:\w+:)?foreignObject\b/i],
  ["an entity declaration", /<!(?:ENTITY|DOCTYPE[^>]*\[)/i],
  [
    "a reference to something outside",
    /(?:href|src)\s*=\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\/|@import/i,
  ],
];

function readSvg(bytes: Uint8Array): Image | null {
  const text = new TextDecoder().decode(bytes);
  const root = /<svg\b([^>]*)>/i.exec(text)?.[1];
  if (root === undefined) return null;
  const [, , boxWidth, boxHeight] = (attribute(root, "viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [ownWidth, ownHeight] = [length(attribute(root, "width")), length(attribute(root, "height"))];
  // One of them alone is in other units than the box, and the drawing keeps the shape of the box.
  const isSized = ownWidth !== null && ownHeight !== null;
  const width = isSized ? ownWidth : number(boxWidth);
  const height = isSized ? ownHeight : number(boxHeight);
  // Names of namespaces look like addresses and load nothing.
  const content = text.replace(/\sxmlns(?::\w+)?\s*=\s*(?:"[^"]*"|'[^']*')/gi, "");
  const active = activeParts.filter(([, pattern]) => pattern.test(content)).map(([what]) => what);
  return { kind: "svg", width, height, active };
}

function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
  return match ? (match[1] ?? match[2] ?? null) : null;
}

/** Percentages say nothing of the shape. */
function length(text: string | null): number | null {
  return text !== null && /^\s*\d+(?:\.\d+)?(?:px)?\s*$/.test(text) ? Number.parseFloat(text) : null;
}

function number(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : null;
}
