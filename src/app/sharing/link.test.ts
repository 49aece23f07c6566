import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { instant } from '#model/time.ts';
import { fromDegrees, metres, toDegrees } from '#model/units.ts';
import { parseHash, toHash } from './link.ts';
import type { SharedView } from './shared-view.ts';

/** Numbers with a few decimals, as a link keeps them. */
const decimal = (least: number, most: number, digits: number) =>
  fc
    .integer({ min: Math.ceil(least * 10 ** digits), max: Math.floor(most * 10 ** digits) })
    .map((scaled) => scaled / 10 ** digits);

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
// Names that an object literal has already: no feature or layer may be called so, and valibot drops them.
const taken = ['__proto__', 'constructor', 'prototype'];
const key = name.filter((text) => !taken.includes(text));

const anyView: fc.Arbitrary<SharedView> = fc.record(
  {
    city: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
    build: fc.stringMatching(/^[0-9a-f]{12}$/),
    camera: fc.record({
      position: fc.record({
        longitude: decimal(-180, 180, 7).map(fromDegrees),
        latitude: decimal(-90, 90, 7).map(fromDegrees),
        height: decimal(-10_000, 1e7, 2).map(metres),
      }),
      heading: decimal(0, 360, 3).map(fromDegrees),
      pitch: decimal(-90, 90, 3).map(fromDegrees),
      roll: decimal(-180, 180, 3).map(fromDegrees),
    }),
    clock: fc.record({
      now: fc.integer({ min: -2e12, max: 4e12 }).map(instant),
      rate: fc.integer({ min: 0, max: 3600 }),
    }),
    layers: fc.dictionary(
      key,
      fc.record(
        { on: fc.boolean(), opacity: decimal(0, 1, 2), isRemoved: fc.constant(true) },
        { requiredKeys: ['on', 'opacity'] },
      ),
      {
        noNullPrototype: true,
      },
    ),
    features: fc.dictionary(key, fc.oneof(fc.integer(), name, fc.constant({ by: 'year' })), {
      noNullPrototype: true,
    }),
    selection: fc.array(fc.record({ feature: name, index: fc.nat(), id: name }), { maxLength: 5 }),
  },
  { requiredKeys: ['city', 'build', 'camera', 'layers', 'features', 'selection'] },
);

/** The view with its angles in degrees, where equality is judged: radians differ in their last bit. */
const rounded = ({ camera, ...rest }: SharedView) => ({
  ...rest,
  degrees: [
    camera.position.longitude,
    camera.position.latitude,
    camera.heading,
    camera.pitch,
    camera.roll,
  ].map((angle) => toDegrees(angle).toFixed(7)),
  heightM: camera.position.height,
});

const cameraOverDelfshaven = {
  position: {
    longitude: fromDegrees(4.4512345),
    latitude: fromDegrees(51.9087654),
    height: metres(850.25),
  },
  heading: fromDegrees(12.5),
  pitch: fromDegrees(-38),
  roll: fromDegrees(0),
};

/** Links as released versions wrote them. Never edit one: add the next version's below. */
const fixtures: readonly { released: string; hash: string; view: SharedView }[] = [
  {
    released: 'version 1, a view alone',
    hash: '#v1.HcjBCoAgDADQf9l5ydRNp78SHbSMDhFB0CX696Tre2CGDEvb12srdzsAoXYg6zxLiJpK7XRCHtmw_IpiTSKNQRhVyDhB64zg4BVpej8',
    view: {
      city: 'delfshaven',
      build: '0123456789ab',
      camera: cameraOverDelfshaven,
      layers: {},
      features: {},
      selection: [],
    },
  },
  {
    released: 'version 1, all parts',
    hash: '#v1.NY5RasJAEEDvMt_TZSbZSbL5a39KoS39l_1YdUOFEGUTBZGcwxMI3sLr6C0cI87PwHsPZg6wgBqWsW36_7CLHSDMFRBnuZWirFyYK9pAPbPGykRR2DiqykIsVkImE-TMCL7lFZJHGDTm0uVEXNBjJtpCfYAhphRWnQZNaPuIrGKxGvYKhrSNSEb8iNA82ifXvW7X26Q_7WNIMKruNZ89PXKJ8Pttvn4-3j_NX-iWhsQ5nu4SW3IFeHzFGVmE6-lyO57B-_EO',
    view: {
      city: 'delfshaven',
      build: '0123456789ab',
      camera: cameraOverDelfshaven,
      clock: { now: instant(1793001600000), rate: 0 },
      layers: { terrain: { on: false, opacity: 1 }, city: { on: true, opacity: 0.5 } },
      features: { city: { colour: 'year' } },
      selection: [
        { feature: 'city', index: 17, id: 'NL.IMBAG.Pand.0599100000014096' },
        { feature: 'city', index: 204, id: '西门' },
      ],
    },
  },
];

const packed = (json: string) =>
  `#v1.${Buffer.from(deflateSync(strToU8(json))).toString('base64url')}`;

describe('a shared link', () => {
  it('brings every view back as it was', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const opened = parseHash(toHash(view));
        expect(opened.ok && rounded(opened.value)).toEqual(rounded(view));
      }),
    );
  });

  it('uses only letters that survive being pasted into a message', () => {
    fc.assert(fc.property(anyView, (view) => /^#v1\.[\w-]+$/.test(toHash(view))));
  });

  it('is never a crash, whatever stands in the address', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `#v1.${text}`),
        ),
        (hash) => {
          expect(parseHash(hash)).toHaveProperty('ok');
        },
      ),
    );
  });

  it('is never a crash, whatever JSON is packed into it', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(parseHash(packed(json))).toHaveProperty('ok');
      }),
    );
  });

  it.each(['', '#', '#layers', '#about.v1'])('takes %j for an address without a link', (hash) => {
    expect(parseHash(hash)).toEqual({ ok: false, reason: 'none' });
  });

  it('says that a link of a later version is newer, not damaged', () => {
    expect(parseHash('#v2.abc')).toEqual({ ok: false, reason: 'newer' });
  });

  it('refuses a link that was cut off when it was copied', () => {
    const hash = fixtures[0]?.hash ?? '';
    expect(parseHash(hash.slice(0, -12))).toEqual({ ok: false, reason: 'unreadable' });
  });

  it('refuses a camera that no Earth has', () => {
    expect(parseHash(packed('{"c":"delft","p":[200,0,0,0,0,0]}'))).toMatchObject({ ok: false });
  });

  it('keeps the camera where a later part of the link is damaged', () => {
    const opened = parseHash(
      packed('{"c":"delft","p":[4.36,52,300,0,-45,0],"l":7,"s":"all","t":[]}'),
    );
    expect(opened).toMatchObject({
      ok: true,
      value: { city: 'delft', layers: {}, selection: [], features: {} },
    });
  });

  it('refuses to inflate what is far longer than any link made here', () => {
    expect(parseHash(`#v1.${'A'.repeat(40_000)}`)).toEqual({ ok: false, reason: 'unreadable' });
  });

  it.each(fixtures)('opens the link of $released', ({ hash, view }) => {
    const opened = parseHash(hash);
    expect(opened.ok && rounded(opened.value)).toEqual(rounded(view));
  });
});
