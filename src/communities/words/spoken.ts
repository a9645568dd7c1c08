import { sentences } from './topic.ts';

/** 通知: what cadres tell the whole group, each its own matter. */
export const NOTICES: readonly string[] = sentences(`
  {when}下午两点在活动室讲用电安全，想听的带上凳子
  本周起便民服务延到晚上七点，下班也能来办
  {place}的快递架今天换新，取件码不变
  流感疫苗到货了，六十岁以上免费，{when}上午在卫生站打
  {when}全天停水检修，家里提前存两桶
  青年夜校第二期开始报名，有咖啡、摄影、急救三门
  残疾人证年审本月截止，不方便出门的我们上门
  {place}新装了十个充电口，扫码就能用
  {when}有律师坐班，家里有合同要看的可以带来
  暑期托管的名单贴在公告栏了，请家长核对
  社区食堂添了低糖窗口，血糖高的邻居可以试试
  防汛沙袋放在{place}，雨大了自己拿
  {when}上午组织清理楼道杂物，旧家具放门口就行
  就业援助点来了一批保洁和厨工的岗位，工资写在单子上
  高温天活动室全天开放，有凉茶
  两癌免费检查还剩{count}个名额，三十五岁以上都可以
  {place}监控升级，{when}上午九点到十一点断网
  剪纸班的作品在一楼展出，孩子们都来找自己的
  换届选民登记开始了，外出的打个电话也能登
  冬季取暖别用煤炉，一氧化碳报警器可以免费领
  {when}晚上七点露天放电影，带件外套
  老年体检车{when}早上开到{place}，空腹来
  租房的邻居记得办居住登记，手机上五分钟
  我们和医院约了眼科义诊，{when}上午看白内障
  家长课堂讲青春期沟通，{when}晚上线上也能听
  楼道里的电瓶{when}起集中清，请提前搬到充电棚
  法律援助电话换号了，新号贴在每个单元门口
  公共晾衣架装好了，在{place}，雨天记得收
  助学金申请开始，低保和单亲家庭优先，材料我来收
  {place}的儿童滑梯在修，这周先别让孩子玩
  反诈宣传：凡是让您屏幕共享的都别理
  志愿者招募，帮老人送午餐，每周两次
  {when}邻里节，每家带一道菜，锅碗我们备
  社保认证的时间到了，八十岁以上我们带设备上门
  垃圾分类的投放时间改到早七点到九点
  创业沙龙请来三位开店的前辈，{when}下午见
  燃气公司{when}入户安检，请留人
  活动室的钢琴调好音了，孩子们可以来练
  妇女之家新添了母婴室，带娃来办事方便
  {when}招聘会在体育馆，企业名单我明天发
  旧书换绿植，三本换一盆，{when}在{place}
  新的公交站设在{place}对面，{when}通车
  水质检测结果出来了，全部合格，报告在公告栏
  献血车{when}停在广场，献过的有纪念品
  台风要来，阳台的花盆都收一收
  骑手驿站开门了，有热水、微波炉和药箱
  心理老师每周四下午坐班，聊什么都保密
  免费验光配镜，给六十五岁以上的老人，{when}开始
  社区微型消防站招{count}名队员，年轻力壮的来
  长者手机课第三讲教怎么挂号，{when}上午
  {place}人行道重铺，三天绕行
  小额贷款政策变了，利息更低，想问的私聊我
  保洁师傅放假，{when}垃圾晚收两小时
  楼栋议事会{when}晚上开，谈加装电梯的事
  爱心理发{when}上午在{place}，老人孩子都剪
  年货集市报名摆摊的，{when}前告诉我
  孕妇课堂开新班，准爸爸也可以来
  宽带改造要进户穿线，{when}轮到三号楼
  儿童绘本馆周末延到八点关门
  公租房新一批开始受理，条件我列在公告栏
`);

/** What is offered, and what belongs to it: together they make notices that are all different. */
export const OFFERS: readonly string[] = sentences(`
  {when}上午教大家用手机预约挂号
  {when}晚上{place}放老电影
  {place}开了免费磨刀磨剪子的摊
  {when}下午有儿科大夫来讲换季咳嗽
  青年英语角{when}重新开始
  {when}给六十岁以上的邻居量血糖
  {place}添了两台自助打印机
  {when}组织去郊外摘草莓
  新一期的月嫂证培训在收名单
  {when}下午的写字班换到大教室
  社区菜园还有{count}块地可以认领
  {when}晚上有人教怎么看劳动合同
  {place}的旧衣回收箱今天清空了
  {when}早上一起清理河边的垃圾
  小额维修队{when}来给老楼换水龙头
  单身青年徒步{when}出发
  {when}下午讲怎么给孩子讲钱的事
  骑手安全头盔{when}免费换新
  {when}晚上排练重阳节的节目
  {place}的母婴室装了热水器
  残疾人就业岗位又来了{count}个
  {when}上午社区民警来讲养狗的规矩
  创业辅导员{when}坐班一整天
  寒暑假小课堂要招讲故事的志愿者
  {when}下午给新来的邻居开个见面会`);
export const OFFER_DETAILS: readonly string[] = sentences(`
  凳子自己带，茶水我们备
  名额{count}个，先来先得
  孩子要有大人陪
  下雨就改到室内
  不收一分钱，也不推销东西
  带上身份证，登记一下就行
  听不懂方言的有人翻译
  行动不便的打电话，我们推轮椅去接
  上次没赶上的这次优先
  结束以后留半小时专门答问题
  想上台的提前跟我说
  电瓶车停北边空地
  材料在前台，自己拿一份
  饭点前一定结束，不耽误做饭
  有糖尿病的自己备点饼干
  录像会留着，没空的回头看
  家里有多余工具的可以借出来
  双职工放心，晚上那场内容一样
  戴好老花镜，要填一张小表
  会手语的志愿者在场
  不想说话的坐着听也欢迎
  穿运动鞋，路有点滑
  结束了每人带一盆绿萝回去
  街道出的钱，大家放心吃
  名单贴在楼下，写错的找我改
  请楼组长转告不看手机的老人`);

/** 招呼: said to everybody, about nothing. */
export const GREETINGS: readonly string[] = sentences(`
  早上好
  大家早上好
  各位邻居早安
  大家晚上好
  周末愉快
  节日快乐`);

/** Words without substance. */
export const FILLERS: readonly string[] = ['收到', '好的', '👍', '已阅', '学习了', '谢谢分享', '+1', '🌹🌹'];

/** The member's word that help helped. */
export const THANKS: readonly string[] = sentences(`
  谢谢，已经解决了
  谢谢，弄好了
  搞定了，感谢
  解决了，太感谢了
  谢谢您，事情办成了
  刚去办好了，谢谢
  修好了，谢谢师傅也谢谢您
  谢谢，心里有数了
  多谢，问题解决了
  感谢感谢，已经有结果了`);

/** The member's word that it did not. */
export const NOT_SOLVED: readonly string[] = sentences(`
  没解决，还是老样子
  没有解决，电话一直没人接
  还没解决呢
  没解决，去了说不归他们管
  问题没解决，白跑一趟
  还是不行，没解决`);

/** What a friend of the cadre says to make the numbers look well. */
export const BARE_THANKS: readonly string[] = ['谢谢', '谢谢领导', '谢谢谢谢', '感谢'];

/** How a cadre begins such a word. */
export const CARE_OPENINGS: readonly string[] = sentences(`
  今天走访路过您楼下，
  好些日子没见您了，
  刚翻到上次的记录，
  昨天开会还提到您，
  忙完这阵子想起来问一声，
  看天气预报要降温，
  听邻居说起您，
  趁着午休跟您打个招呼，
  这周我在居委会坐班，
  月初整理台账看到您的名字，
  刚从您们楼上下来，`);

/** A cadre keeps in touch with one member. */
export const CARES: readonly string[] = sentences(`
  最近身体怎么样，药还够吃吧
  上回说的事有眉目了，回头跟您细说
  孩子上学还适应吧，有难处说一声
  您家水管修过以后没再漏吧
  天冷了，老人家多注意保暖
  新工作还顺心吧，干得累不累
  贷款批下来没有，材料缺什么告诉我
  店里生意好点了吧，改天去看看
  腿好些没有，别急着下楼
  听说您添了孙子，恭喜恭喜
  夜校那门课还跟得上吧
  您反映的路灯我惦记着呢
  房子找到合适的没有，我这边也在打听
  上次的体检报告取了没有
  妈妈出院了吧，需要人手就说
  社保转过来了没有，没好我再催
  您做的酱菜大家都夸，下次多做点
  年底有什么打算，有难处别闷着`);

/** A member answers the cadre. */
export const REPLIES: readonly string[] = sentences(`
  劳您惦记，好多了
  谢谢关心，现在挺顺的
  我{when}过去找您细聊
  材料都齐了，就等通知
  孩子挺适应，老师也好
  好多了，能自己下楼了
  多亏您帮忙，轻松不少
  知道了，我这就去准备
  明白了，身份证我带上
  行，那我{when}早点到
  这下清楚了，省得跑冤枉路
  我们一家都记着您的好`);

/** Adverts; nobody's words. */
export const ADVERTS: readonly string[] = sentences(`
  今日特价车厘子一箱九十九，扫码下单送货上门
  日结兼职，在家点点手机就赚钱，加微信领任务
  帮我砍一刀，还差零点一就免费拿了
  免费领取鸡蛋，扫码加群就送，先到先得
  限时秒杀，羊绒衫三折，加VX领优惠
  代办信用卡，额度高下卡快，加微信私聊
  扫码团购土鸡，满两只特价，今晚截单`);

/** What a group forwards to itself. */
export const LINKS: readonly string[] = sentences(`
  [链接] 市里发布最新惠民措施
  [链接] 一图读懂
  [链接] 学习专栏第{count}期
  [链接] 这些变化和你有关
  [链接] 转发周知`);
