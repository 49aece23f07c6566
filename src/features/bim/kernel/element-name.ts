import type { ModelData } from './model-data.ts';

/** What a person calls an element: its name, else its long name or tag, its type, its class. */
export function nameElement(data: ModelData, row: number): string {
  const { elements } = data;
  return (
    elements.name.at(row) ||
    elements.label.at(row) ||
    data.typeNames[elements.type[row]!] ||
    data.className(row)
  );
}
