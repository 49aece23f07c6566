import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { KitProvider } from '../KitProvider.tsx';
import { NumberField } from './NumberField.tsx';

interface HeightProps {
  readonly start: number;
  readonly onHear: (value: number | undefined) => void;
}

function Height({ start, onHear }: HeightProps) {
  const [value, setValue] = useState<number | undefined>(start);
  return (
    <KitProvider theme="light" language="en">
      <NumberField
        label="Height"
        value={value}
        decimals={3}
        onChange={(next) => {
          onHear(next);
          setValue(next);
        }}
      />
      <button type="button" onClick={() => setValue(7)}>
        Seven
      </button>
    </KitProvider>
  );
}

async function show(start: number) {
  const heard: (number | undefined)[] = [];
  await render(<Height start={start} onHear={(value) => heard.push(value)} />);
  const field = page.getByLabelText('Height');
  const write = async (keys: string) => {
    await field.click();
    await userEvent.keyboard(`{Control>}a{/Control}${keys}`);
  };
  return { field, write, heard };
}

describe('a number field', () => {
  it('takes decimals as they are written, key by key', async () => {
    const { field, write, heard } = await show(3);
    await write('8.05');
    await expect.element(field).toHaveValue('8.05');
    expect(heard.at(-1)).toBe(8.05);
  });

  it('takes a sign before its number', async () => {
    const { field, write, heard } = await show(3);
    await write('-2.5');
    await expect.element(field).toHaveValue('-2.5');
    expect(heard).not.toContain(undefined);
    expect(heard.at(-1)).toBe(-2.5);
  });

  it('says that it is empty', async () => {
    const { write, heard } = await show(3);
    await write('{Backspace}');
    expect(heard).toEqual([undefined]);
  });

  it('shows what others set, whatever was written before', async () => {
    const { field, write } = await show(3);
    await write('8.0');
    await page.getByRole('button', { name: 'Seven' }).click();
    await expect.element(field).toHaveValue('7');
  });
});
