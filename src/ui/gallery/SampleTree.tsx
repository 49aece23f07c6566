import { useState } from 'react';
import { Tree, type TreeItem } from '../index.ts';
import { useSay } from './use-say.ts';

/** A house of three storeys with 400 doors each. */
export function SampleTree() {
  const say = useSay();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['house', 's1']));
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(['s2']));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['s1-3']));
  const items: TreeItem[] = [];
  const add = (
    id: string,
    label: string,
    place: Pick<TreeItem, 'level' | 'place' | 'siblings'>,
    more: Partial<TreeItem>,
  ) => {
    items.push({ id, label, ...place, isHidden: hidden.has(id), ...more });
    return more.isExpanded === true;
  };
  const isOpen = (id: string) => ({ isExpanded: open.has(id) });
  const house = { level: 1, place: 1, siblings: 1 };
  if (add('house', say('Fire station', '消防站'), house, { count: 1200, ...isOpen('house') })) {
    for (let storey = 0; storey < 3; storey++) {
      const id = `s${storey}`;
      const where = { level: 2, place: storey + 1, siblings: 3 };
      const more = { detail: `+${storey * 3}.00 m`, count: 400, ...isOpen(id) };
      if (!add(id, say(`Storey ${storey}`, `${storey + 1} 层`), where, more)) continue;
      for (let door = 1; door <= 400; door++) {
        const at = { level: 3, place: door, siblings: 400 };
        add(`${id}-${door}`, say(`Door ${door}`, `门 ${door}`), at, { detail: 'IfcDoor' });
      }
    }
  }
  const flip = (set: ReadonlySet<string>, id: string, isIn: boolean) => {
    const next = new Set(set);
    if (isIn) next.add(id);
    else next.delete(id);
    return next;
  };
  return (
    <Tree
      label={say('Elements', '构件')}
      items={items}
      onExpand={(id, isExpanded) => setOpen(flip(open, id, isExpanded))}
      selectedIds={selected}
      onSelectionChange={setSelected}
      onShow={(id, isShown) => setHidden(flip(hidden, id, !isShown))}
      keys={{ h: (ids) => setHidden(new Set([...hidden, ...ids])) }}
      height="14rem"
    />
  );
}
