import { describe, expect, it } from 'vitest';
import { toStepText } from './text.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const read = (bytes: Uint8Array) => toStepText(bytes, 0, bytes.length);

describe('a string of a STEP file', () => {
  it.each([
    ['Wall', 'Wall'],
    ['Stra\\X2\\00DF\\X0\\e', 'Straße'],
    ['\\X2\\4F604F60\\X0\\!', '你你!'],
    ['\\X\\E9t\\X\\e9', 'été'],
    ['\\S\\d\\PA\\x', 'äx'],
    ["O''Brien", "O'Brien"],
    ["''''", "''"],
    ['C:\\\\models', 'C:\\models'],
    ['B\\X2\\00FC\\X0\\ro', 'Büro'],
    ['\\X2\\673A623F\\X0\\ 1', '机房 1'],
    ['\\X2\\D83CDFE0\\X0\\', '🏠'],
    ['\\X4\\0001F3E0\\X0\\', '🏠'],
    ['Gr\\X\\F6\\X\\DFe', 'Größe'],
    ['20 \\X\\80', '20 €'],
    ['K\\S\\|che', 'Küche'],
    ['m\\S\\2', 'm²'],
    ['\\PE\\\\S\\0\\S\\1', 'АБ'],
    ['\\PA\\\\S\\d', 'ä'],
    ['\\PI\\\\S\\]', 'İ'],
    ['\\X2\\00\\X0\\', '\\X2\\00\\X0\\'],
    ['\\X2\\\\X0\\', ''],
    ['50 \\% off', '50 \\% off'],
    ['\\X4\\00110000\\X0\\', '\ufffd'],
  ])('%s is %s', (written, meant) => {
    expect(read(latin1(written))).toBe(meant);
  });

  it('may be UTF-8, Windows-1252 or GB 18030, though none is allowed', () => {
    expect(read(new TextEncoder().encode('Büro 机房'))).toBe('Büro 机房');
    expect(read(Uint8Array.of(0x42, 0xfc, 0x72, 0x6f))).toBe('Büro');
    expect(read(Uint8Array.of(0x80, 0x20, 0x35))).toBe('€ 5');
    // 消防泵房
    const chinese = Uint8Array.of(0xcf, 0xfb, 0xb7, 0xc0, 0xb1, 0xc3, 0xb7, 0xbf);
    expect(read(chinese)).toBe('消防泵房');
  });

  it('mixes raw and escaped letters', () => {
    expect(read(new TextEncoder().encode("é''\\X2\\00E9\\X0\\"))).toBe("é'é");
  });

  it('is read between two places only', () => {
    const bytes = latin1(
      "IFCLABEL('long and plain enough that it is decoded at once, all of its letters');",
    );
    expect(toStepText(bytes, 10, bytes.length - 3)).toBe(
      'long and plain enough that it is decoded at once, all of its letters',
    );
  });
});
