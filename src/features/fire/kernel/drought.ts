/** By judgement: lawns are green up to the first, straw from the second on (DC of the Canadian fire weather index). */
export const [GREEN_DC, CURED_DC] = [300, 600] as const;
