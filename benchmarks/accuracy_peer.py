"""scikit-learn's LinearSVC on the features of the same design; prints its figures as JSON."""

import json
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def read(path, target):
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    rows = [row for row in rows if row.get(target)]
    return [row["text"] for row in rows], [row[target] for row in rows]


def main():
    train_path, test_path, target = sys.argv[1:4]
    train_texts, train_labels = read(train_path, target)
    test_texts, test_labels = read(test_path, target)
    least = 1 if len(train_texts) < 10_000 else 2
    model = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=least),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=least),
        ),
        LinearSVC(random_state=1),
    )
    started = time.perf_counter()
    model.fit(train_texts, train_labels)
    train_seconds = time.perf_counter() - started
    predicted = model.predict(test_texts)
    single = test_texts[:300]
    started = time.perf_counter()
    for text in single:
        model.predict([text])
    print(
        json.dumps(
            {
                "accuracy": 100 * accuracy_score(test_labels, predicted),
                "macro_f1": 100 * f1_score(test_labels, predicted, average="macro", zero_division=0),
                "train_seconds": train_seconds,
                "ms_per_ticket": 1000 * (time.perf_counter() - started) / len(single),
            }
        )
    )


main()
