import { classNames } from '../class-names.ts';
import styles from './Icon.module.css';
import { type IconName, icons } from './icons.ts';

interface IconProps {
  readonly name: IconName;
  readonly size?: 's' | 'm' | 'l' | 'xl';
  /** What it says where no text stands beside it; silent otherwise. */
  readonly label?: string;
}

export function Icon({ name, size = 'm', label }: IconProps) {
  const Drawing = icons[name];
  return (
    <Drawing
      className={classNames(styles.icon, styles[size])}
      stroke={1.6}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
