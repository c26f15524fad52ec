import { describe, expect, test } from 'vitest';
import { readPaper } from '@/lib/domain/reading';
import { isEnglish } from '@/lib/domain/reading/language';

const ENGLISH =
  'We present a vision-language model for eye clinics. It reaches an F1 of 0.63, while the best general models come to 0.11, ' +
  'and an AUROC of 0.91 on MIMIC-CXR. The code is public at https://github.com/example/eye-clinic.';

/** The same, as browsers translate it. */
const TRANSLATED: Readonly<Record<string, string>> = {
  French:
    'Nous présentons un modèle vision-langage pour les cliniques ophtalmologiques. Il atteint un score F1 de 0,63, contre 0,11 ' +
    'pour les meilleurs modèles généraux, et une AUROC de 0,91 sur MIMIC-CXR. Code : https://github.com/example/eye-clinic.',
  German:
    'Wir stellen ein Bild-Sprach-Modell für Augenkliniken vor. Es erreicht einen F1-Score von 0,63 gegenüber 0,11 der besten ' +
    'allgemeinen Modelle und eine AUROC von 0,91 auf MIMIC-CXR. Der Code liegt unter https://github.com/example/eye-clinic.',
  Spanish:
    'Presentamos un modelo de visión y lenguaje para clínicas oftalmológicas. Alcanza un F1 de 0,63 frente a 0,11 de los mejores ' +
    'modelos generales y un AUROC de 0,91 en MIMIC-CXR. El código está en https://github.com/example/eye-clinic.',
  Dutch:
    'We presenteren een beeld-taalmodel voor oogklinieken. Het is met een F1 van 0,63 beter dan de beste algemene modellen, die op ' +
    '0,11 komen, en haalt een AUROC van 0,91 op MIMIC-CXR. De code staat op https://github.com/example/eye-clinic.',
  Chinese:
    '我们提出了一种面向眼科门诊的视觉语言模型。其F1分数达到0.63,而最佳通用模型仅为0.11;在MIMIC-CXR数据集上的AUROC为0.91。' +
    '代码公开于https://github.com/example/eye-clinic。',
  Russian:
    'Мы представляем зрительно-языковую модель для офтальмологических клиник. Её F1 равен 0,63 против 0,11 у лучших общих моделей, ' +
    'а AUROC на MIMIC-CXR составляет 0,91. Код: https://github.com/example/eye-clinic.',
};

const read = (abstract: string) =>
  readPaper({ title: 'A Model for Eye Clinics', abstract, categories: ['cs.CV'] }, []);

describe('an abstract in another language', () => {
  test('is recognised, and the English one too', () => {
    expect(isEnglish(ENGLISH)).toBe(true);
    expect(isEnglish('We reach 0.91.')).toBe(true);
    expect(isEnglish('')).toBe(true);
    expect(Object.entries(TRANSLATED).filter(([, text]) => isEnglish(text))).toEqual([]);
  });

  test.each(Object.entries(TRANSLATED))('has links, but no results and no contribution: %s', (_, text) => {
    expect(read(text)).toMatchObject({ results: [], contribution: [], isOutside: false });
    expect(read(text).links.map(({ url }) => url)).toEqual(['https://github.com/example/eye-clinic']);
  });

  test('has results if a few foreign words stand in English', () => {
    expect(read(ENGLISH).results.map(({ value }) => value)).toEqual(['0.63', '0.11', '0.91']);
    expect(read(`${ENGLISH} (In French: modèle pour les cliniques.)`).results).toHaveLength(3);
  });
});
