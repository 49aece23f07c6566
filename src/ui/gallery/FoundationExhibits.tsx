import { Glyph, Icon, iconNames, Note, Row, Stack, useKit } from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import styles from './Gallery.module.css';
import { useSay } from './use-say.ts';

const colours = [
  ['ground', 'surface', 'surface-raised', 'surface-sunken'],
  ['ink', 'ink-soft', 'ink-faint', 'ink-off'],
  ['accent', 'accent-strong', 'accent-wash', 'focus'],
  ['good', 'info', 'warning', 'serious', 'critical', 'simulated', 'off'],
];
const sizes = ['2xs', 'xs', 's', 'm', 'l', 'xl', '2xl', '3xl'];

export function FoundationExhibits() {
  const say = useSay();
  const { theme, language } = useKit();
  return (
    <>
      <Exhibit name="KitProvider">
        <Stack>
          <Note>{`theme ${theme}, language ${language}`}</Note>
          {colours.map((row) => (
            <Row key={row[0]} isWrapping gap="l">
              {row.map((name) => (
                <Row key={name} gap="s">
                  <span className={styles.swatch} style={{ backgroundColor: `var(--${name})` }} />
                  <Note kind="faint">{name}</Note>
                </Row>
              ))}
            </Row>
          ))}
          {sizes.map((size) => (
            <span key={size} className={styles.sample} style={{ fontSize: `var(--text-${size})` }}>
              {say('Water level 1.84 m', '水位 1.84 m')}
            </span>
          ))}
        </Stack>
      </Exhibit>
      <Exhibit name="Glyph">
        <Glyph size="xl" path="M3 7c3 -2 6 -2 9 0s6 2 9 0 M3 17c3 -2 6 -2 9 0s6 2 9 0" />
      </Exhibit>
      <Exhibit name="Icon" isWide>
        <div className={styles.icons}>
          {iconNames.map((name) => (
            <span key={name} className={styles.icon}>
              <Icon name={name} size="l" />
              <span className={styles.iconName}>{name}</span>
            </span>
          ))}
        </div>
      </Exhibit>
    </>
  );
}
