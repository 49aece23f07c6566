// Strings of STEP files (ISO 10303-21, 6.4.3): '' and \\ for themselves, \X\hh and \S\c of ISO 8859 (its page
// chosen by \PA\ to \PI\), \X2\…\X0\ of UTF-16, \X4\…\X0\ of UTF-32. Bytes above 127 are not allowed and
// common: UTF-8 where they are that, else GB 18030 where they read as Chinese, else Windows-1252.

const [QUOTE, BACKSLASH] = [0x27, 0x5c] as const;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const ascii = new TextDecoder('latin1');

/** Text of the bytes between the quotes. What is escaped wrongly stays as it is written. */
export function toStepText(bytes: Uint8Array, start: number, end: number): string {
  let isPlain = true;
  let isAscii = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === BACKSLASH || byte === QUOTE) isPlain = false;
    if (byte > 0x7f) isAscii = false;
  }
  const raw = isAscii ? toAscii(bytes, start, end) : toForeign(bytes.subarray(start, end));
  return isPlain ? raw : resolve(raw);
}

function toAscii(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 64) return ascii.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

function toForeign(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return toChinese(bytes) ?? [...bytes].map(ofByte).join('');
  }
}

/** Undefined where a byte pair is none of GB 18030's, or what comes out is not Chinese all through. */
function toChinese(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    const foreign = [...text].filter((letter) => letter.charCodeAt(0) > 0x7f);
    const isChinese = foreign.every((letter) =>
      /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(letter),
    );
    return isChinese && foreign.length > 1 ? text : undefined;
  } catch {
    return undefined;
  }
}

const escapes =
  /''|\\\\|\\P([A-I])\\|\\S\\([\s\S])|\\X\\([0-9A-Fa-f]{2})|\\X2\\((?:[0-9A-Fa-f]{4})*)\\X0\\|\\X4\\((?:[0-9A-Fa-f]{8})*)\\X0\\/g;

function resolve(raw: string): string {
  let page = 'A';
  return raw.replace(
    escapes,
    (
      whole,
      turned: string | undefined,
      shifted: string | undefined,
      byte: string | undefined,
      utf16: string | undefined,
      utf32: string | undefined,
    ) => {
      if (turned !== undefined) {
        page = turned;
        return '';
      }
      if (shifted !== undefined) return ofPage(page, (shifted.charCodeAt(0) + 128) & 0xff);
      if (byte !== undefined) return ofByte(parseInt(byte, 16));
      if (utf16 !== undefined) return unitsOf(utf16, 4);
      if (utf32 !== undefined) return unitsOf(utf32, 8);
      return whole.charAt(0);
    },
  );
}

function unitsOf(hex: string, digits: 4 | 8): string {
  let text = '';
  for (let at = 0; at < hex.length; at += digits) {
    const code = parseInt(hex.slice(at, at + digits), 16);
    text +=
      digits === 4
        ? String.fromCharCode(code)
        : code > 0x10ffff
          ? '\ufffd'
          : String.fromCodePoint(code);
  }
  return text;
}

/** 0x80 to 0x9f, unused in ISO 8859-1, as Windows-1252 has them. Node 20 decodes that as ISO 8859-1. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const ofByte = (code: number) =>
  code >= 0x80 && code < 0xa0 ? windows.charAt(code - 0x80) : String.fromCharCode(code);

const pages = new Map<string, TextDecoder>();

function ofPage(page: string, code: number): string {
  const part = page.charCodeAt(0) - 0x40;
  if (part === 1) return ofByte(code);
  const decoder =
    pages.get(page) ?? new TextDecoder(part === 9 ? 'windows-1254' : `iso-8859-${part}`);
  pages.set(page, decoder);
  return decoder.decode(Uint8Array.of(code));
}
