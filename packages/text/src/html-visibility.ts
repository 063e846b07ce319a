import type { Attributes } from "./html-tokens.ts";

/** What an element's text looks like, as far as its own attributes and those around it say. Style sheets are not read. */
export interface Look {
  /** Not drawn, and nothing inside can change that: `display:none`, `hidden`, zero height or opacity. */
  readonly gone: boolean;
  /** `visibility:hidden`; inner elements may be visible again. */
  readonly invisible: boolean;
  /** A font of at most one pixel; inner elements may have a larger one (a habit of newsletters). */
  readonly tiny: boolean;
  /** `#rrggbb`; null where it cannot be known (an image, a variable). */
  readonly color: string | null;
  readonly background: string | null;
}

export const plainLook: Look = { gone: false, invisible: false, tiny: false, color: "#000000", background: "#ffffff" };

/** Can a person see text that looks like this? Text in the colour of its background is hidden. */
export function isVisible(look: Look): boolean {
  if (look.gone || look.invisible || look.tiny) return false;
  return look.color === null || (look.color !== look.background && look.color !== "transparent");
}

/** The look inside an element with these attributes that stands in text of look `outer`. */
export function lookOf(attributes: Attributes, outer: Look): Look {
  const { style, hidden, color, bgcolor, background } = attributes;
  if (
    style === undefined &&
    hidden === undefined &&
    color === undefined &&
    bgcolor === undefined &&
    background === undefined
  )
    return outer;
  const look = { ...outer };
  if (hidden !== undefined) look.gone = true;
  if (color !== undefined) look.color = readColor(color);
  if (bgcolor !== undefined) look.background = readColor(bgcolor);
  if (background !== undefined) look.background = null;
  let clipped = false;
  let flat = false;
  for (const declaration of (style ?? "").slice(0, MAX_STYLE).toLowerCase().split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace("!important", "")
      .trim();
    switch (declaration.slice(0, colon).trim()) {
      case "display":
        look.gone ||= value === "none";
        break;
      case "visibility":
        look.invisible = value === "hidden" || value === "collapse";
        break;
      case "mso-hide":
        look.gone ||= value === "all";
        break;
      case "opacity":
        look.gone ||= Number.parseFloat(value) === 0;
        break;
      case "font-size":
        look.tiny = isTiny(value);
        break;
      case "height":
      case "max-height":
        flat ||= Number.parseFloat(value) === 0;
        break;
      case "overflow":
        clipped = value === "hidden";
        break;
      case "color":
        look.color = readColor(value);
        break;
      case "background":
      case "background-color":
        look.background = readBackground(value, outer.background);
        break;
    }
  }
  look.gone ||= clipped && flat;
  return look;
}

const MAX_STYLE = 2_000;

function isTiny(size: string): boolean {
  const number = Number.parseFloat(size);
  return number === 0 || (number <= 1 && (size.endsWith("px") || size.endsWith("pt")));
}

function readBackground(value: string, outer: string | null): string | null {
  if (value === "" || value === "none" || value === "inherit" || value.startsWith("transparent")) return outer;
  const color = readColor(value);
  if (color !== null) return color;
  if (value.includes("url(") || value.includes("gradient")) return null;
  const end = value.startsWith("rgb") ? value.indexOf(")") + 1 : value.indexOf(" ");
  return readColor(end > 0 ? value.slice(0, end) : value);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["white", "#ffffff"],
  ["black", "#000000"],
  ["red", "#ff0000"],
  ["green", "#008000"],
  ["blue", "#0000ff"],
  ["yellow", "#ffff00"],
  ["gray", "#808080"],
  ["grey", "#808080"],
  ["silver", "#c0c0c0"],
  ["whitesmoke", "#f5f5f5"],
  ["transparent", "transparent"],
]);

function readColor(written: string): string | null {
  const color = written.slice(0, 64).trim().toLowerCase();
  const name = NAMED.get(color);
  if (name !== undefined) return name;
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(color)?.[1];
  if (hex !== undefined) return `#${hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join("")}`;
  const parts = /^rgba?\(([\d., %]+)\)$/.exec(color)?.[1]?.split(",").map(Number.parseFloat);
  if (parts === undefined || parts.length < 3 || parts.some(Number.isNaN)) return null;
  if (parts[3] === 0) return "transparent";
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.min(255, Math.round(part)).toString(16).padStart(2, "0"))
    .join("")}`;
}
