import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const pages = tracked.filter((path) => path.endsWith('.md'));
const folders = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`);

// What is built, or belongs to a person's own city, is not there in a fresh clone.
const made = /^(dist|\.cache|node_modules|tilesets\/.+|bench\/results\/.+|docs\/validation\/.+)/;
const rooms = new Set(readdirSync(root));

/** What a page links to and the paths in its backticks, without what only looks like one. */
function pathsIn(page: string, text = read(page)): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, to = '']) =>
    /^[a-z]+:/.test(to) ? [] : [to],
  );
  const quoted = [...prose.matchAll(/`([^`\s]+)`/g)].flatMap(([, path = '']) => {
    const isPattern = /[<>{}*…()#:]|NAME|FILE|CITY|NNNN/.test(path) || path.startsWith('/');
    const isOutside = path.startsWith('../shared/');
    const isPath = rooms.has(path.split('/')[0] ?? '') || /^[\w./-]+\/[\w.-]+\.[a-z]+$/.test(path);
    return isPath && !isPattern && !isOutside && !made.test(path) ? [path] : [];
  });
  return [...links, ...quoted];
}

const isThere = (page: string, path: string) =>
  [dirname(page), '.', 'src'].some((from) => existsSync(join(root, from, path)));

describe('the documentation', () => {
  it('names only paths that exist', () => {
    const missing = pages.flatMap((page) =>
      pathsIn(page).flatMap((path) => (isThere(page, path) ? [] : `${page} names ${path}`)),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['see [units](docs/unit.md)', 'docs/unit.md'],
    ['see `src/model/unit.ts`', 'src/model/unit.ts'],
    ['see `kernel/missing.ts` here', 'kernel/missing.ts'],
  ])('would notice what is missing in “%s”', (text, path) => {
    expect(pathsIn('README.md', text).filter((one) => !isThere('README.md', one))).toEqual([path]);
  });

  it.each([
    '`application/json`',
    '`/cities/x/city.json`',
    '`@mantine/core`',
    '[x](https://x.org/y)',
  ])('takes %s for no path', (text) => expect(pathsIn('README.md', text)).toEqual([]));

  it('introduces every room and every feature by a README', () => {
    const places = [...folders('src'), ...folders('src/features'), 'workers', 'server', 'tools'];
    expect(places.filter((place) => !existsSync(join(root, place, 'README.md')))).toEqual([]);
  });

  it('gives each decision a number, a status, a context, a decision and consequences, on a page', () => {
    const decisions = pages.filter((page) => page.startsWith('docs/decisions/'));
    expect(decisions.length).toBeGreaterThan(5);
    for (const [index, page] of decisions.sort().entries()) {
      const text = read(page);
      const number = String(index + 1).padStart(4, '0');
      expect(page).toMatch(new RegExp(`/${number}-[a-z-]+\\.md$`));
      expect(text, page).toMatch(new RegExp(`^# ${number} .+\n\n\\*\\*Status:\\*\\* \\w+`));
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(headings, page).toEqual(['Context', 'Decision', 'Consequences']);
      expect(text.split('\n').length, page).toBeLessThan(60);
    }
  });

  it('has a line for every package that ships to the browser, and for no other', () => {
    const { devDependencies: developed } = JSON.parse(read('package.json'));
    const shipped = new Set(
      tracked
        .filter((path) => /^(src|workers)\/.*(?<!\.test)\.tsx?$/.test(path))
        .flatMap((path) => [
          ...read(path).matchAll(
            /^(?!import type).*?(?:from|import\() ?'(@[^/']+\/[^/']+|[a-z][^/':]*)/gm,
          ),
        ])
        .map(([, name = '']) => name)
        .filter((name) => existsSync(join(root, 'node_modules', name)))
        // What only tests are built with, such as their random worlds.
        .filter((name) => !(name in developed)),
    );
    const page = read('docs/decisions/0011-browser-dependencies.md');
    const listed = [...page.matchAll(/^\| `(.+?)` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual([...shipped].sort());
  });

  it('holds no path of anyone’s machine, in any tracked text', () => {
    const machine = /(^|[^\w.~/-])\/(work|root|home\/[a-z]\w*|Users\/\w+|tmp\/bash_jobs)\//m;
    expect(['in ', 'home', 'jane', 'city'].join('/')).toMatch(machine);
    const texts = tracked.filter((path) => !/^\.(png|jpg|ifc|glb|woff2)$/.test(extname(path)));
    expect(texts.filter((path) => machine.test(read(path)))).toEqual([]);
  });
});
