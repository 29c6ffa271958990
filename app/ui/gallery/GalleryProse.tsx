import { ScrollBox } from "..";
import { Sample, say } from "./sample";

/** A chapter's text. */
export function GalleryProse() {
  return (
    <Sample title={say("正文", "Text of a chapter")}>
      <article className="prose-course">
        <p>{say("第一次见面，客户先判断的不是产品，而是你这个人。信任还没有建立，问到的往往只是表面：真正的动机、别家的动作、心里的顾虑，都留在桌子下面。", "At a first meeting the customer judges you before the product. While there is no trust you hear only the surface: the true motive, what the others are doing and what worries people stay under the table.")}</p>
        <h2>{say("四种购买角色", "Four buying roles")}</h2>
        <p>{say("一次采购里，有人发起，有人设计指标，有人拍板，有人使用。", "In a purchase somebody starts it, somebody sets the criteria, somebody decides, and somebody uses the thing. ")}<em>{say("同一个人可以身兼几职", "One person may hold several of these")}</em>{say("，小项目里尤其如此。", ", above all in small projects.")}<strong>{say("先画出地图，再决定拜访谁。", "Draw the map first, then decide whom to see.")}</strong></p>
        <ul><li>{say("发起者：感到痛点的人", "Initiator: who feels the pain")}</li><li>{say("设计者：写指标的人", "Designer: who writes the criteria")}</li></ul>
        <ol><li>{say("列出你见过的人", "List whom you have met")}</li><li>{say("标出空缺的角色", "Mark the roles that are empty")}</li></ol>
        <blockquote>{say("“你们上个月停机两次，影响最大的是哪条线？”", "“You had two stoppages last month. Which line did they hurt most?”")}</blockquote>
        <ScrollBox label={say("四种购买角色", "Four buying roles")}>
        <table>
          <thead><tr>{[say("角色", "Role"), say("关心什么", "Cares about"), say("常见职位", "Usual position"), say("该问的问题", "Question to ask"), say("下一步", "Next step")].map((cell) => <th key={cell}>{cell}</th>)}</tr></thead>
          <tbody>
            <tr>{[say("决策者", "Decision-maker"), say("投资回报与风险", "Return and risk"), say("副总经理", "Deputy general manager"), say("今年最不能出问题的是哪件事？", "What must not go wrong this year?"), say("三分钟汇报", "Three-minute report")].map((cell) => <td key={cell}>{cell}</td>)}</tr>
            <tr>{[say("使用者", "User"), say("好不好用", "Ease of use"), say("车间主任", "Shop-floor manager"), say("现在最费时间的是哪一步？", "Which step takes most time now?"), say("请他试用", "Let them try it")].map((cell) => <td key={cell}>{cell}</td>)}</tr>
          </tbody>
        </table>
        </ScrollBox>
        <h3>{say("一句话介绍", "One-sentence introduction")}</h3>
        <p>{say("把最好的成绩放进一句话，例如 ", "Put your best result into one sentence, such as ")}<code>{say("我们帮 12 家工厂把停机时间减了 40%", "we cut stoppages by 40% in 12 plants")}</code>{say("。", ".")}</p>
      </article>
    </Sample>
  );
}
