#!/bin/sh
# What the user of the clean system does, run as that user by try_deb.py.
set -eu
cd "$HOME"
mkdir -p -m 700 .run
case "$1" in
prepare)
    shadow-app init --name "Asha Verma" --team "Service desk" --no-keyring
    printf 'unit,site,role,headcount\nHub,Harbour depot,Parcel sorter,12\n' > sites.csv
    printf 'name,aliases\nHandheld scanning,scanning\n' > catalogue.csv
    shadow-app import sites sites.csv
    shadow-app import catalogue catalogue.csv
    shadow-app visit new --site "Harbour depot" --role "Parcel sorter" --start
    ;;
window)
    exec shadow-app
    ;;
print)
    shadow-app visit show V01
    shadow-app visit show V01 | grep -q "Scanner freezes at the dock"
    shadow-app report visit V01 --out report.pdf
    head -c 5 report.pdf | grep -q "%PDF-"
    ls -l report.pdf
    ;;
esac
