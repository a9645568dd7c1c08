import type { PersonRole } from '../people.ts';

export interface Resident {
  id: string;
  name: string;
  role: PersonRole;
  /** A friend of the bot's account. */
  isContact: boolean;
}

const STAFF: readonly (readonly [id: string, name: string, role: PersonRole])[] = [
  ['ld-he', '何静', 'leader'],
  ['cd-wang', '王芳', 'cadre-full-time'],
  ['cd-zhao', '赵磊', 'cadre-full-time'],
  ['cd-lin', '林晓梅', 'cadre-full-time'],
  ['cd-sun', '孙建平', 'cadre-part-time'],
  ['cd-xu', '许文静', 'cadre-part-time'],
];

const BACKBONES = ['顾老师', '老周', '陆阿姨', '马班长'];
const VOLUNTEERS = ['周姐', '小林医生', '大学生小韩', '木匠老方', '陈律师'];

const MEMBERS = [
  '李阿姨',
  '王师傅',
  '张建国',
  '刘燕',
  '陈小默',
  '杨柳',
  '黄小琴',
  '吴老伯',
  '徐丽',
  '朱阿婆',
  '马国强',
  '胡小蝶',
  '郭晓东',
  '何嫂',
  '高志翔',
  '林一诺妈妈',
  '罗师傅',
  '郑洁',
  '梁雨',
  '谢阿姨',
  '宋晓佳',
  '唐老师',
  '许大哥',
  '韩冬梅',
  '冯阿姨',
  '邓超群',
  '曹爷叔',
  '彭彭妈',
  '曾工',
  '肖雅',
  '田田爸',
  '董阿婆',
  '潘师傅',
  '袁园',
  '蔡姐',
  '蒋老伯',
  '余生',
  '于大姐',
  '杜若',
  '叶子妈妈',
  '程阿姨',
  '魏晓来',
  '苏苏',
  '吕师傅',
  '丁一鸣',
  '任阿姨',
  '沈老伯',
  '姚瑶',
  '卢阿婆',
  '傅永强',
  '钟工',
  '姜姐',
  '崔大妈',
  '谭小勇',
  '廖阿姨',
  '小范',
  '汪师傅',
  '石头',
  '金老师',
  '贾大爷',
];

/** Everybody with a name: staff are friends of the bot's account, of the others every second one is. */
export function residents(): Resident[] {
  const staff = STAFF.map(([id, name, role]) => ({ id, name, role, isContact: true }));
  const others = (names: readonly string[], role: PersonRole, prefix: string) =>
    names.map((name, index) => ({
      id: `${prefix}-${String(index + 1).padStart(2, '0')}`,
      name,
      role,
      isContact: index % 2 === 0,
    }));
  return [
    ...staff,
    ...others(BACKBONES, 'backbone', 'bb'),
    ...others(VOLUNTEERS, 'volunteer', 'vo'),
    ...others(MEMBERS, 'member', 'mb'),
  ];
}
