// The units in which Rothermel, Albini and Byram fitted their equations, in SI. Exact by definition of foot, pound, Btu.

export const M_PER_FT = 0.3048;
export const M_PER_MI = 1609.344;
/** ft/min in m/s. */
export const MS_PER_FT_MIN = M_PER_FT / 60;
export const MS_PER_MPH = 0.44704;
export const KG_M2_PER_LB_FT2 = 0.45359237 / M_PER_FT ** 2;
export const KG_M3_PER_LB_FT3 = 0.45359237 / M_PER_FT ** 3;
export const KJ_KG_PER_BTU_LB = 2.326;
const KJ_PER_BTU = 2.326 * 0.45359237;
export const KJ_M2_PER_BTU_FT2 = KJ_PER_BTU / M_PER_FT ** 2;
/** Btu/ft²/min in kW/m². */
export const KW_M2_PER_BTU_FT2_MIN = KJ_M2_PER_BTU_FT2 / 60;
/** Btu/ft/s in kW/m. */
export const KW_M_PER_BTU_FT_S = KJ_PER_BTU / M_PER_FT;
