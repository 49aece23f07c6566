// As much of XML as BCF needs: elements, attributes and text, without document types or entities of their own.

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands directly in it; without leading and trailing white space where it has children. */
  readonly text: string;
}

export type Content = string | number | boolean | readonly XmlElement[];

export function element(
  name: string,
  content: Content = [],
  attributes: Readonly<Record<string, string | undefined>> = {},
): XmlElement {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const isNested = typeof content === 'object';
  return {
    name,
    attributes: Object.fromEntries(given),
    children: isNested ? content : [],
    text: isNested ? '' : String(content),
  };
}

export const formatXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${format(root, '')}`;

function format({ name, attributes, children, text }: XmlElement, indent: string): string {
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`);
  const open = `${indent}<${name}${own.join('')}`;
  if (children.length > 0) {
    const inner = children.map((child) => format(child, `${indent}  `)).join('');
    return `${open}>\n${inner}${indent}</${name}>\n`;
  }
  return text === '' ? `${open}/>\n` : `${open}>${escapeText(text)}</${name}>\n`;
}

/** XML has no way to write most control characters: they are left out. */
const escapeText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Namespaces are left off names. Throws one sentence naming `file` for what is no XML. */
export function parseXml(text: string, file: string): XmlElement {
  const token =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>[]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  const root = open('', {});
  const stack = [root];
  let at = 0;
  for (const match of text.matchAll(token)) {
    if (match.index !== at) break;
    at += match[0].length;
    const [, raw, closed, opened, attributes = '', isEmpty, plain] = match;
    const top = stack.at(-1);
    if (!top) break;
    if (raw !== undefined) top.text += raw;
    else if (plain !== undefined) top.text += decode(plain);
    else if (opened !== undefined) {
      const made = open(local(opened), readAttributes(attributes));
      top.children.push(made);
      if (isEmpty === '') stack.push(made);
    } else if (closed !== undefined) {
      if (stack.length < 2 || top.name !== local(closed)) {
        throw new Error(
          `${file} is no XML: ${closed} ends where ${top.name || 'nothing'} is open.`,
        );
      }
      stack.pop();
    }
  }
  const [top, ...others] = root.children;
  if (at !== text.length || stack.length !== 1 || !top || others.length > 0) {
    throw new Error(`${file} is no XML: it breaks off or goes wrong at character ${at}.`);
  }
  return close(top);
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Open[];
  text: string;
}

const open = (name: string, attributes: Record<string, string>): Open => ({
  ...{ name, attributes, children: [], text: '' },
});

const close = ({ name, attributes, children, text }: Open): XmlElement => ({
  ...{ name, attributes, children: children.map(close) },
  text: children.length > 0 ? text.trim() : text,
});

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(
    /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    attributes[local(name)] = decode(double ?? single ?? '');
  }
  return attributes;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child) => child.name === name);

export const childrenOf = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  parent?.children.filter((child) => child.name === name) ?? [];

export const textOf = (parent: XmlElement | undefined, name: string): string =>
  childOf(parent, name)?.text ?? '';
