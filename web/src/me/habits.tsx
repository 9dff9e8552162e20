// How you live: coffee, alcohol, sleep, stress, exercise; what twitches go along with most often.
import { useHome } from "../home";
import { Choice, NumberField, TextField } from "../parts/fields";

export function Habits() {
  const { words, told, change } = useHome();
  const life = (told.lifestyle ?? {}) as Record<string, string & number>;
  const put = (key: string, value: unknown) => change((before) => ({ ...before, lifestyle: { ...before.lifestyle, [key]: value } }));
  const number = (key: string, label: string, unit: string) =>
    <NumberField label={label} unit={unit} value={life[key]} bounds={words.bounds[`lifestyle.${key}`]} change={(value) => put(key, value)} />;
  const choice = (key: string, legend: string) =>
    <Choice legend={legend} choices={(words.choices[`lifestyle.${key}`] ?? []).map((one) => [one, one] as const)} value={life[key]} change={(value) => put(key, value)} />;
  return (
    <section aria-labelledby="me-habits">
      <h2 id="me-habits">Habits</h2>
      <div class="fields">
        {number("caffeine_mg", "Caffeine a day", "mg")}
        {number("alcohol_units_week", "Alcohol a week", "units")}
        {number("sleep_h", "Sleep a night", "hours")}
        {number("screen_h", "Screen a day", "hours")}
        {number("fluid_l_today", "Drunk today", "litres")}
        <TextField label="Exercise" value={life.exercise} change={(value) => put("exercise", value)} />
        <TextField label="Shift work" value={life.shift_work} change={(value) => put("shift_work", value)} />
        <TextField label="Work" value={life.occupation} change={(value) => put("occupation", value)} />
      </div>
      <p class="hint">A cup of coffee holds about 95 mg of caffeine, a cup of tea 45 mg.</p>
      {choice("stress", "Stress")}
      {choice("sweat", "How much you sweat")}
      {choice("sun", "Sun on your skin")}
    </section>
  );
}
