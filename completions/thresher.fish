# Fish completion of thresher: captures, and names of fields inside display filters.
function __thresher_field
    set -l now (commandline -ct)
    set -l last (string match -r '[A-Za-z0-9_.]*$' -- $now)
    set -l before (string sub -l (math (string length -- $now) - (string length -- $last)) -- $now)
    test -n "$last"; and thresher filter --complete $last | head -n 200 | string replace -r '^' -- $before
end
complete -c thresher -s Y -l display-filter -x -a '(__thresher_field)' -d 'only packets that pass'
complete -c thresher -s R -l read-filter -x -a '(__thresher_field)' -d 'with -2, before all else'
complete -c thresher -s e -x -a '(__thresher_field)' -d 'a field or an expression'
complete -c thresher -s r -l read-file -r -d 'the capture'
complete -c thresher -s T -x -a 'text tabs fields pdml psml json jsonraw ek' -d 'the form'
