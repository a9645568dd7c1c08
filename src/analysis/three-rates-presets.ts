/** 三率口径: what the three rates weigh in the total, and how much 基本满意 counts beside 满意. Data, so that a unit may see its own. */
export interface ThreeRatesPreset {
  id: string;
  name: string;
  /** Where the weights come from, so that a reader can judge them. */
  source: string;
  weights: { responded: number; solved: number; satisfied: number };
  /** What 基本满意 counts, 满意 being 1. */
  basicSatisfaction: number;
}

/** M13 as metrics.md defines it; scores are reckoned by this one. */
export const DEFAULT_PRESET: ThreeRatesPreset = {
  id: 'public-hotline',
  name: '12345 常用',
  source: '公开的12345接诉即办考核所用：响应10%、解决50%、满意40%，基本满意按0.9计（本项目 M13 的定义）',
  weights: { responded: 0.1, solved: 0.5, satisfied: 0.4 },
  basicSatisfaction: 0.9,
};

// No other weights could be read in a published rule; a made-up one must not look like a published one.
const EQUAL: ThreeRatesPreset = {
  id: 'equal',
  name: '三率同重',
  source: '本项目自定，不出自任何文件：三率各占三分之一，基本满意按0.9计',
  weights: { responded: 1 / 3, solved: 1 / 3, satisfied: 1 / 3 },
  basicSatisfaction: 0.9,
};

/** Every preset, the default first. */
export const THREE_RATES_PRESETS: readonly ThreeRatesPreset[] = [DEFAULT_PRESET, EQUAL];
