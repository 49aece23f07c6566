import { useState } from 'react';
import type { Language } from '#model/text.ts';
import { KitProvider, Segmented } from '../index.ts';
import styles from './Gallery.module.css';
import { galleryGroups } from './gallery-groups.ts';
import { Workbench } from './Workbench.tsx';

interface GalleryProps {
  readonly initialTheme?: 'dark' | 'light';
  readonly initialLanguage?: Language;
}

/** Every part of the kit in every state, in both themes and both languages. */
export default function Gallery({ initialTheme = 'dark', initialLanguage = 'en' }: GalleryProps) {
  const [theme, setTheme] = useState(initialTheme);
  const [language, setLanguage] = useState(initialLanguage);
  const isChinese = language === 'zh';
  return (
    <KitProvider theme={theme} language={language}>
      <div className={styles.gallery}>
        <header className={styles.top}>
          <h1 className={styles.title}>{isChinese ? 'Panopolis 组件库' : 'The Panopolis kit'}</h1>
          <nav className={styles.anchors} aria-label={isChinese ? '分组' : 'Groups'}>
            {galleryGroups.map((group) => (
              <a key={group.id} className={styles.anchor} href={`#${group.id}`}>
                {group.title[language]}
              </a>
            ))}
          </nav>
          <div className={styles.switches}>
            <Segmented
              label={isChinese ? '主题' : 'Theme'}
              value={theme}
              onChange={setTheme}
              options={[
                { value: 'dark', label: isChinese ? '夜' : 'Dark', icon: 'moon' },
                { value: 'light', label: isChinese ? '昼' : 'Light', icon: 'sun' },
              ]}
            />
            <Segmented
              label={isChinese ? '语言' : 'Language'}
              value={language}
              onChange={setLanguage}
              options={[
                { value: 'en', label: 'English' },
                { value: 'zh', label: '中文' },
              ]}
            />
          </div>
        </header>
        <main className={styles.main}>
          <Workbench />
          {galleryGroups.map(({ id, title, Exhibits }) => (
            <section key={id} id={id} className={styles.group} aria-labelledby={`${id}-title`}>
              <h2 className={styles.groupTitle} id={`${id}-title`}>
                {title[language]}
              </h2>
              <div className={styles.exhibits}>
                <Exhibits />
              </div>
            </section>
          ))}
        </main>
      </div>
    </KitProvider>
  );
}
