import {
  ALL_TALK,
  CALM,
  FADING,
  FALLEN_ASLEEP,
  FEW_WORDS,
  type Habit,
  LEFT_ALONE,
  LIVELY,
  LOUDSPEAKER,
} from './habits.ts';
import type { Tag } from './words/tag.ts';

/** One group as it is laid out; its members are drawn from the street. */
export interface GroupPlan {
  id: string;
  name: string;
  size: number;
  serviceLines: readonly string[];
  cadres: readonly string[];
  helpers: readonly string[];
  tags: readonly Tag[];
  habit: Habit;
  /** How it was in the first weeks of the history. */
  formerly?: { habit: Habit; days: number };
}

/** Three of eight weeks: what happened then lies before the window of the measures. */
const FIRST_WEEKS = 21;

/** 彭浦街道 and its twelve groups. */
export const GROUPS: readonly GroupPlan[] = [
  {
    id: 'g01',
    name: '彭浦青年之家',
    size: 120,
    serviceLines: ['创业', '就业'],
    cadres: ['cd-sun'],
    helpers: [],
    tags: ['young'],
    habit: LEFT_ALONE,
  },
  {
    id: 'g02',
    name: '彭浦姐妹群',
    size: 86,
    serviceLines: ['维权', '健康'],
    cadres: ['cd-lin'],
    helpers: ['bb-03', 'vo-05'],
    tags: ['women', 'all'],
    habit: LIVELY,
  },
  {
    id: 'g03',
    name: '老年学堂群',
    size: 64,
    serviceLines: ['科普', '养老'],
    cadres: ['cd-wang'],
    helpers: ['bb-01'],
    tags: ['elder'],
    habit: FEW_WORDS,
  },
  {
    id: 'g04',
    name: '三泉家园物业通知群',
    size: 200,
    serviceLines: ['物业'],
    cadres: ['cd-xu'],
    helpers: [],
    tags: ['home'],
    habit: LOUDSPEAKER,
  },
  {
    id: 'g05',
    name: '三泉路邻里群',
    size: 168,
    serviceLines: ['物业', '调解'],
    cadres: ['cd-xu'],
    helpers: [],
    tags: ['home'],
    habit: ALL_TALK,
  },
  {
    id: 'g06',
    name: '创业沙龙群',
    size: 45,
    serviceLines: ['创业'],
    cadres: ['cd-sun'],
    helpers: [],
    tags: ['young'],
    habit: FALLEN_ASLEEP,
  },
  {
    id: 'g07',
    name: '新手妈妈群',
    size: 142,
    serviceLines: ['育儿', '健康'],
    cadres: ['cd-lin'],
    helpers: ['vo-02'],
    tags: ['parents', 'women'],
    habit: LIVELY,
  },
  {
    id: 'g08',
    name: '退役军人之家',
    size: 112,
    serviceLines: ['优抚'],
    cadres: ['cd-zhao'],
    helpers: ['bb-04'],
    tags: ['veterans'],
    habit: FADING,
    formerly: { habit: CALM, days: FIRST_WEEKS },
  },
  {
    id: 'g09',
    name: '新彭浦人之家',
    size: 110,
    serviceLines: ['维权', '就业'],
    cadres: ['cd-sun'],
    helpers: [],
    tags: ['workers'],
    habit: LEFT_ALONE,
    formerly: { habit: CALM, days: FIRST_WEEKS },
  },
  {
    id: 'g10',
    name: '闻喜苑楼组长群',
    size: 40,
    serviceLines: ['物业'],
    cadres: ['cd-wang'],
    helpers: ['bb-02'],
    tags: ['home', 'all'],
    habit: CALM,
  },
  {
    id: 'g11',
    name: '彭浦志愿者之家',
    size: 95,
    serviceLines: ['志愿'],
    cadres: ['cd-zhao'],
    helpers: ['vo-01', 'vo-03'],
    tags: ['volunteers', 'all'],
    habit: CALM,
  },
  {
    id: 'g12',
    name: '闻喜苑小区群',
    size: 186,
    serviceLines: ['物业', '养老'],
    cadres: ['cd-wang', 'cd-zhao'],
    helpers: ['bb-02', 'vo-04'],
    tags: ['home', 'all'],
    habit: LIVELY,
  },
];
