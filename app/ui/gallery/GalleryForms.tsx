import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import {
  Button, ButtonLink, Checkbox, CheckboxGroup, ConfirmButton, DateTimeField, Dialog, FieldGrid, FileField, FormErrors, type FormFailure, FormFailureProvider,
  IconButton, RadioGroup, Select, TextArea, TextField,
} from "..";
import { useState } from "react";
import { Sample, say } from "./sample";

const FAILURE: FormFailure = {
  formErrors: [],
  fieldErrors: { email: ["email"], roles: ["choose"], goal: ["required"] },
  values: { email: "lin.lan@", name: "林岚", team: "east", roles: [], goal: "", remind: "on" },
};

/** Buttons and fields, filled, empty and refused. */
export function GalleryForms() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Sample title={say("按钮", "Buttons")}>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="button" variant="signal">{say("现在开考", "Start the exam")}</Button>
          <Button type="button" variant="primary">{say("保存", "Save")}</Button>
          <Button type="button" icon={<Plus aria-hidden className="size-4" />}>{say("新建班期", "New cohort")}</Button>
          <Button type="button" variant="quiet">{say("查看记录", "See the record")}</Button>
          <Button type="button" variant="danger">{say("移出学员", "Remove learner")}</Button>
          <Button type="button" variant="primary" pending>{say("正在提交", "Sending")}</Button>
          <Button type="button" disabled>{say("尚未开放", "Not open yet")}</Button>
          <ButtonLink to="/learn" variant="primary" size="lg">{say("继续预习", "Go on reading")}</ButtonLink>
          <Button type="button" size="sm">{say("小按钮", "Small")}</Button>
          <IconButton label={say("删除", "Delete")} icon={<Trash2 aria-hidden className="size-5" />} />
        </div>
        <form className="mt-4 flex flex-wrap gap-3" method="post">
          <ConfirmButton
            name="intent" value="remove" title={say("移出 3 名学员？", "Remove 3 learners?")} confirmLabel={say("移出 3 人", "Remove 3")}
            consequence={say("将停止他们在 5 章中的 40 个步骤；已有的 12 份成绩保留，可以随时恢复。", "Their 40 steps in 5 chapters stop; the 12 results they have stay, and can be restored at any time.")}
          >
            {say("移出 3 名学员", "Remove 3 learners")}
          </ConfirmButton>
          <Button type="button" onClick={() => setOpen(true)}>{say("打开对话框", "Open a dialog")}</Button>
        </form>
        <Dialog open={open} onClose={() => setOpen(false)} title={say("选择答辩时段", "Choose a defense slot")} actions={<Button type="button" variant="primary" onClick={() => setOpen(false)}>{say("就选这个", "Take it")}</Button>}>
          <RadioGroup name="slot" label={say("时段", "Slot")} hideLabel defaultValue="1" options={[{ value: "1", label: say("12月26日 10:20 · 评委：周启明、何静", "26 Dec, 10:20 · panel: Zhou Qiming, He Jing") }, { value: "2", label: say("12月26日 11:00 · 评委：周启明", "26 Dec, 11:00 · panel: Zhou Qiming") }]} />
        </Dialog>
      </Sample>
      <Sample title={say("表单", "Form")}>
        <Fields />
      </Sample>
      <Sample title={say("退回的表单", "A form that came back")}>
        <FormFailureProvider failure={FAILURE}>
          <FormErrors takeFocus={false} labels={{ email: say("邮箱", "E-mail"), roles: say("角色", "Roles"), goal: say("目标", "Goal") }} />
          <Fields />
        </FormFailureProvider>
      </Sample>
    </>
  );
}

function Fields() {
  return (
    <form method="post">
      <FieldGrid>
      <TextField name="name" label={say("姓名", "Name")} required autoComplete="name" />
      <TextField name="email" type="email" label={say("邮箱", "E-mail")} hint={say("登录和通知都用它。", "For signing in and for notices.")} required autoComplete="email" />
      <Select name="team" label={say("团队", "Team")} required placeholder={say("请选择", "Choose")} options={[{ value: "east", label: say("华东大区", "East region") }, { value: "north", label: say("华北大区", "North region") }]} />
      <TextField name="amount" type="number" label={say("预算", "Budget")} suffix={say("万元", "× CNY 10k")} defaultValue="120" />
      <DateTimeField name="due" label={say("截止时间", "Due")} timeZone="Asia/Shanghai" defaultValue="2026-12-05T23:59" required />
      <FileField name="recording" label={say("演练录音", "Recording")} hint={say("手机录的就可以。", "A phone recording will do.")} maxMegabytes={50} accept="audio/*" />
      </FieldGrid>
      <div className="grid gap-5 sm:grid-cols-2">
      <TextArea name="goal" label={say("这次拜访要达到什么目标？", "What should this visit achieve?")} className="sm:col-span-2" required />
      <CheckboxGroup
        name="roles" label={say("角色", "Roles")} required defaultValues={["instructor"]}
        options={[{ value: "instructor", label: say("讲师", "Instructor"), hint: say("所教班期的名册、日程与批阅", "Roster, calendar and marking of their cohorts") }, { value: "examiner", label: say("考官", "Examiner") }]}
      />
      <RadioGroup
        name="role-held" label={say("本轮角色", "Role in this round")} required defaultValue="sales"
        options={[{ value: "customer", label: say("客户", "Customer") }, { value: "sales", label: say("销售", "Salesperson") }, { value: "observer", label: say("观察员", "Observer") }]}
      />
      <Checkbox name="remind" label={say("截止前一天提醒我", "Remind me a day before")} hint={say("发到邮箱。", "By e-mail.")} defaultChecked className="sm:col-span-2" />
      </div>
    </form>
  );
}
