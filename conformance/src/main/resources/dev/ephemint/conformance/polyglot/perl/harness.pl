# Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
use strict;
use warnings;
use JSON;
use WWW::OpenAPIClient::ApiClient;
use WWW::OpenAPIClient::Configuration;
use WWW::OpenAPIClient::RealtimeApi;
use WWW::OpenAPIClient::Object::ClientSecretRequest;
use WWW::OpenAPIClient::Object::FlatTranscriptionSessionRequest;

$| = 1;
my $json = JSON->new->utf8->canonical->convert_blessed->allow_nonref;
my $api;

sub session { $api->create_client_secret(client_secret_request => $_[0]) }
sub flat { $api->create_transcription_session(flat_transcription_session_request => $_[0]) }

# A read that fails leaves the generated loop over a class's members in the middle; the next read would begin there, and
# drop members by the order of a hash.
sub rewind {
    for my $name (keys %WWW::OpenAPIClient::Object::) {
        my $class = 'WWW::OpenAPIClient::Object::' . ($name =~ s/::$//r);
        keys %{$class->openapi_types} if $class->can('openapi_types');
    }
}

sub start {
    my $configuration = WWW::OpenAPIClient::Configuration->new(base_url => $_[0]->{base});
    $api = WWW::OpenAPIClient::RealtimeApi->new(WWW::OpenAPIClient::ApiClient->new($configuration));
    return { typed => ['flat'] };
}

sub typed {
    my $read = flat(WWW::OpenAPIClient::Object::FlatTranscriptionSessionRequest->new);
    my $secret = $read->client_secret;
    return {
        value => $secret->value, expires_at => $secret->expires_at, type => 'transcription',
        socket => $read->connect->websocket->url, read => $read,
    };
}

sub mint {
    my ($shape, $body) = ($_[0]->{shape}, $_[0]->{request});
    rewind();
    return { read => flat(WWW::OpenAPIClient::Object::FlatTranscriptionSessionRequest->new->from_hash($body)) }
        if $shape eq 'flat';
    return { read => session(WWW::OpenAPIClient::Object::ClientSecretRequest->new->from_hash($body)) };
}

my %does = (start => \&start, typed => \&typed, mint => \&mint);

while (my $line = <STDIN>) {
    my $response = eval {
        my $question = $json->decode($line);
        my $do = $does{$question->{do}} or die "cannot do $question->{do}";
        my $written = $json->encode($do->($question));
        $json->decode($written); # "inf" read as a number is written as Inf
        $written;
    };
    print $response // $json->encode({ error => substr("$@", 0, 2000) }), "\n";
}
