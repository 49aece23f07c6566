// The escapes of text in STEP files (ISO 10303-21, 6.4.3).

/** Takes the escapes out of what stands between quotes. */
export function decodeStepText(text: string): string {
  const unquoted = text.includes("''") ? text.replaceAll("''", "'") : text;
  if (!unquoted.includes('\\')) return unquoted;
  return unquoted.replace(
    /\\X2\\((?:[0-9A-F]{4})*)\\X0\\|\\X4\\((?:[0-9A-F]{8})*)\\X0\\|\\X\\([0-9A-F]{2})|\\S\\(.)|\\P[A-I]\\|\\\\/gi,
    (whole, two?: string, four?: string, one?: string, shifted?: string) => {
      if (two !== undefined) return decodeCodes(two, 4, (code) => String.fromCharCode(code));
      if (four !== undefined) return decodeCodes(four, 8, toCharacter);
      if (one !== undefined) return String.fromCharCode(Number.parseInt(one, 16));
      if (shifted !== undefined) return String.fromCharCode(shifted.charCodeAt(0) + 128);
      return whole === '\\\\' ? '\\' : '';
    },
  );
}

const toCharacter = (code: number) => String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd);

function decodeCodes(digits: string, size: number, decode: (code: number) => string): string {
  let text = '';
  for (let at = 0; at < digits.length; at += size) {
    text += decode(Number.parseInt(digits.slice(at, at + size), 16));
  }
  return text;
}
