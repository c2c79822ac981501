# How soon the command line is there: `gatesmith list`, once Gatesmith is built, with the start of a bare JVM beside it.

for _ in $(seq "$rounds"); do
    measure list gatesmith list
    measure jvm "$jdk/bin/java" -version
done
row start-up "$(median list 1)" s 0.5 \
    "gatesmith list; $(median_ratio list jvm) × java -version; best $(best list 1) s, processor time $(median list 2) s"
