import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { readImage } from "../../../checks/listing/image.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const svg = (attributes: string, content = "") =>
  bytes(`<?xml version="1.0"?><svg ${attributes}>${content}</svg>`);

describe("readImage", () => {
  test("reads the size of a PNG", () => {
    const png = readFileSync(new URL("../../../examples/helpdesk/logo.png", import.meta.url));

    expect(readImage(png, "png")).toEqual({ kind: "png", width: 256, height: 256, active: [] });
    expect(readImage(png.subarray(0, 20), "png")).toBeNull();
    expect(readImage(png, "svg")).toBeNull();
  });

  test.each([
    [`width="24" height='48px'`, 24, 48],
    [`viewBox="0 0 10 20"`, 10, 20],
    [`viewBox="0,0,10,20" width="100%" height="100%"`, 10, 20],
    [`viewBox="0 0 24 24" width="48"`, 24, 24],
    [`id="x"`, null, null],
  ])("reads the size of an SVG with %s", (attributes, width, height) => {
    expect(readImage(svg(attributes), "svg")).toMatchObject({ width, height });
  });

  test.each([
    ["<script>1</script>", "a script"],
    ["<svg:script/>", "a script"],
    ["<g onload='x()'/>", "an event handler"],
    ["<a href='javascript:x()'/>", "a `javascript:` address"],
    ["<foreignObject/>", "embedded HTML"],
    ["<image href='https://a.co/x.png'/>", "a reference to something outside"],
    ["<image xlink:href='//a.co/x.png'/>", "a reference to something outside"],
    ["<style>@import 'x'</style>", "a reference to something outside"],
    ["<rect fill='url(https://a.co/#g)'/>", "a reference to something outside"],
  ])("finds in %s %s", (content, what) => {
    expect(readImage(svg("", content), "svg")?.active).toEqual([what]);
  });

  test("leaves alone namespaces, gradients and embedded pictures", () => {
    const content = `<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><image href="data:image/png;base64,AA=="/>`;

    expect(
      readImage(svg(`xmlns="http://www.w3.org/2000/svg" xmlns:x="http://x.co"`, content), "svg")?.active,
    ).toEqual([]);
  });
});
