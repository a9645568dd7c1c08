/** +什么: what a group's service lines are called (P14-P17: 网+创业, 网+维权, 网+科普). */
export const SERVICE_LINES: Readonly<Record<string, string>> = {
  rights: '维权和法律援助',
  startup: '创业辅导',
  science: '科普',
  elderly: '老人服务',
  family: '家庭和孩子',
  housing: '物业和修缮',
  health: '健康和就医',
  jobs: '找工作',
  volunteering: '志愿服务',
};
