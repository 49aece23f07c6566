// PostgreSQL refuses to run as root, so root runs it as somebody else.

import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** Whom programs run as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** In order of choice; `initdb` also refuses a user who stands in no list of users. */
const candidates: readonly string[] = ['postgres', 'nobody', 'daemon'];

/**
 * Whom PostgreSQL is to run as on the data in `folder`; undefined where that is whoever runs this. For root
 * it is who owns the data or what lies above it, else a user made for such work. Throws where there is none.
 */
export function findAccount(folder: string, passwd = '/etc/passwd'): Account | undefined {
  if (process.getuid?.() !== 0) {
    checkOwnName();
    return undefined;
  }
  const accounts = parsePasswd(readFileSync(passwd, 'utf8'));
  const owner = ownerOf(join(folder, 'data'));
  const named = candidates.flatMap((name) => accounts.find((one) => one.name === name) ?? []);
  const account = accounts.find(({ uid }) => uid === owner) ?? named[0] ?? accounts[0];
  if (account) return account;
  throw new Error(
    `PostgreSQL does not run as root and ${passwd} names nobody else; add a user or set DATABASE_URL.`,
  );
}

/** Containers run under numbers without a name, which `initdb` does not take. */
function checkOwnName(): void {
  try {
    userInfo();
  } catch (cause) {
    throw new Error(
      `User ${process.getuid?.()} has no name on this machine, and PostgreSQL wants one; add it to the list of users or set DATABASE_URL.`,
      { cause },
    );
  }
}

/** Uid of the nearest folder that exists. */
function ownerOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? found.uid : ownerOf(dirname(path));
}

export const parsePasswd = (text: string): Account[] =>
  text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (!name || !/^\d+$/.test(uid ?? '') || !/^\d+$/.test(gid ?? '')) return [];
    return Number(uid) === 0 ? [] : [{ name, uid: Number(uid), gid: Number(gid) }];
  });

/** Whether the account may enter every folder down to `path`; access lists are not read. */
export function canReach(account: Account, path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found) {
      const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0;
      if (((found.mode >> shift) & 1) === 0) return false;
    }
    if (dirname(folder) === folder) return true;
  }
}
