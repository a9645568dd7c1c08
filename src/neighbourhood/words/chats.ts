import type { ChatWords } from './tag.ts';

/** 闲聊: members among themselves; nobody here wants anything done. */
export const CHATS: readonly ChatWords[] = [
  {
    suits: ['home', 'elder', 'all'],
    lines: ['今天菜场的青菜便宜，两块五一斤', '我也买了一把，嫩得很', '鸡毛菜更好，烧汤鲜'],
  },
  { suits: ['home', 'all'], lines: ['早上雾好大，开车慢一点', '高架上果然堵了半小时', '到公司了，路上小心'] },
  {
    suits: ['home', 'women'],
    lines: ['楼下桂花开了，香到六楼', '我拍了两张，颜色真好', '摘一点晒干泡茶，比买的香'],
  },
  {
    suits: ['home', 'elder'],
    lines: ['天冷了，早锻炼改到八点', '我戴了帽子去的，不冷', '老王今天打太极有模有样'],
  },
  {
    suits: ['home', 'young'],
    lines: ['西门新开的面馆味道不错，汤头很浓', '昨天排了二十分钟才吃上', '辣肉面分量足，一碗吃饱'],
  },
  {
    suits: ['young'],
    lines: ['昨晚的球赛最后三分钟逆转，看得心跳', '我嗓子都喊哑了', '下周半决赛，老地方见'],
  },
  { suits: ['young'], lines: ['下班地铁挤成饼了', '我改骑车，四十分钟出一身汗', '骑车好，顺便减肥'] },
  { suits: ['young'], lines: ['周末想去滨江跑步，早上六点半出发', '算我一个，慢慢跑', '我在起点给你们看包'] },
  {
    suits: ['young', 'workers'],
    lines: ['这周终于不用加班了', '羡慕，我还有两个夜班', '熬过去就放假，加油'],
  },
  {
    suits: ['women'],
    lines: ['昨天试着做了桂花糕，第一次居然没塌', '看着就软，下次我带茶来', '糖少放一点更清爽'],
  },
  {
    suits: ['women', 'parents'],
    lines: ['双十一买的羽绒服到了，大了一号', '我家的颜色和图片差太多', '明年还是去店里试'],
  },
  {
    suits: ['women', 'parents'],
    lines: ['孩子今天自己系鞋带了，高兴坏了', '我家的学会自己热牛奶', '一眨眼就长大了'],
  },
  {
    suits: ['parents'],
    lines: ['作业写到九点半，母子都累', '我家昨天也差不多', '今天约好先玩半小时再写，顺多了'],
  },
  { suits: ['parents'], lines: ['幼儿园的亲子操编得真可爱', '老师录的视频我看了三遍', '我家那个在家天天跳'] },
  {
    suits: ['parents', 'women'],
    lines: ['流感季节，书包里多放一只口罩', '班里请假六个了，我家先戴上', '多喝水早点睡最管用'],
  },
  {
    suits: ['elder'],
    lines: ['今天写了一幅字，手还算稳', '顾老师的字有筋骨，挂起来好看', '下次展览一定要送去'],
  },
  {
    suits: ['elder'],
    lines: ['收音机里放评弹，听了一下午', '蒋调百听不厌', '小时候跟爸爸去书场，五分钱一壶茶'],
  },
  {
    suits: ['elder', 'veterans'],
    lines: ['老战友从山东寄来一箱苹果', '又脆又甜，谢谢老哥', '明天拿几个去服务站分'],
  },
  {
    suits: ['veterans'],
    lines: [
      '昨天在公园碰到三连的老李，身体硬朗',
      '四十年没见，一开口还是那个嗓门',
      '约好清明一起回老部队看看',
    ],
  },
  {
    suits: ['veterans'],
    lines: ['升旗仪式上大家站得笔直', '孙子在旁边跟着敬礼，心里热乎', '照片洗出来一人一张'],
  },
  {
    suits: ['workers'],
    lines: ['今天浇完最后一层，封顶了', '辛苦辛苦，晚上加个菜', '老家的稻子也收完了，两头都踏实'],
  },
  {
    suits: ['workers'],
    lines: ['回家的火车票抢到了，硬卧下铺', '我候补了三趟还在排', '早点回去看孩子，高兴'],
  },
  {
    suits: ['workers', 'young'],
    lines: ['宿舍新换了热水器，洗澡不用等了', '冬天最怕冷水，这下好了', '老周昨天唱着歌洗的'],
  },
  {
    suits: ['volunteers'],
    lines: ['今天导医站了四小时，教会了十几位老人用机器', '有位爷爷非要塞我橘子', '收下一只，他高兴'],
  },
  {
    suits: ['volunteers'],
    lines: ['红马甲洗好了，晒在服务站二楼', '谢谢周姐，香喷喷的', '尺码我按大小挂好了'],
  },
  {
    suits: ['volunteers', 'all'],
    lines: ['昨天陪陈阿婆去医院，一路上讲了好多旧事', '她记性真好', '回来路上买了她爱吃的条头糕'],
  },
  { suits: ['home'], lines: ['小区里那只橘猫又胖了一圈', '门卫师傅天天喂，能不胖', '冬天有个窝，挺好'] },
  {
    suits: ['home', 'all'],
    lines: ['今天太阳好，被子都晒出去了', '我家阳台挂满了，像万国旗', '晚上睡觉有太阳味道'],
  },
  {
    suits: ['home'],
    lines: ['{楼}号楼谁家在炒辣椒，整层楼都在打喷嚏', '哈哈是我家，四川亲戚来了', '闻着就下饭'],
  },
  { suits: ['all'], lines: ['明天降温，出门多穿一件', '我已经翻出棉毛裤了', '过了冬至就一天天长了'] },
];

/** What neighbours add to a need without helping. */
export const ALSO: readonly string[] = [
  '我家也是这样',
  '同一栋楼，我也碰到过',
  '等好几天了',
  '前几天我也在说这件事',
  '唉，又是这个',
];

/** 接龙: titles that people put their names under. */
export const CHAINS: readonly string[] = ['{日}义诊报名', '{日}包馄饨活动', '旧书交换', '{日}登高'];
